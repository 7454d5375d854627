/** Whose each object is: by the manifest, by marks, by what it hangs on. Pure. */
package dev.slipway.activities.inventory.whose;
