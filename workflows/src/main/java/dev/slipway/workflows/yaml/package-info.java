/** YAML as it was written, with lines: 1.10 is no number here. Go's reading is in packages. */
package dev.slipway.workflows.yaml;
