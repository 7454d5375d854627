"""Makes the realm "cnoe", its users and the clients of the other addons, and writes the Secret keycloak-clients.

Every step looks first and changes only what differs, so it can run again at any time. Any answer that is not a
success ends it with exit code 1; the Job tries again. Standard library only: nothing is downloaded."""

import json
import os
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request

REALM = "cnoe"
ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"
TOKEN_ID = "backstage"
ADMIN_USER = "cnoe-admin"


class Failure(Exception):
    pass


class Api:
    def __init__(self, base, token=None, context=None):
        self.base, self.token, self.context = base.rstrip("/"), token, context

    def call(self, method, path, body=None, kind="application/json", allow=()):
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        if method != "GET":  # Argo CD refuses a DELETE without one
            request.add_header("Content-Type", kind)
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request, timeout=30, context=self.context) as response:
                text = response.read()
        except urllib.error.HTTPError as error:
            if error.code in allow:
                return None
            raise Failure(f"{method} {self.base}{path}: {error.code} {error.reason}") from None
        except OSError as error:
            raise Failure(f"{method} {self.base}{path}: {error}") from None
        return json.loads(text) if text else {}


def keycloak(env):
    form = {"grant_type": "password", "client_id": "admin-cli", "username": ADMIN_USER, "password": env["KEYCLOAK_ADMIN_PASSWORD"]}
    path = "/realms/master/protocol/openid-connect/token"
    answer = Api(env["KEYCLOAK_URL"]).call("POST", path, urllib.parse.urlencode(form).encode(), "application/x-www-form-urlencoded")
    return Api(env["KEYCLOAK_URL"] + "/admin/realms", answer["access_token"])


def same(wanted, found):
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(same(value, found.get(key)) for key, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and sorted(map(str, wanted)) == sorted(map(str, found))
    return wanted == found


def ensure(api, path, key, wanted, query=""):
    """Makes the object of this key, or brings it to what is wanted; answers the object's id."""

    def find():
        return next((item for item in api.call("GET", path + query) if item.get(key) == wanted[key]), None)

    found = find()
    if found is None:
        api.call("POST", path, wanted)
        print(f"Made {key} {wanted[key]}")
        found = find()
        if found is None:
            raise Failure(f"{path}: {wanted[key]} was made and is not there")
    elif not same(wanted, found):
        api.call("PUT", f"{path}/{found['id']}", {**found, **wanted})
        print(f"Changed {key} {wanted[key]}")
    return found["id"]


def ensure_realm(api):
    wanted = {"realm": REALM, "enabled": True, "displayName": "CNOE"}
    found = api.call("GET", f"/{REALM}", allow=[404])
    if found is None:
        api.call("POST", "", wanted)
        print(f"Made realm {REALM}")
    elif not same(wanted, found):
        api.call("PUT", f"/{REALM}", {**found, **wanted})
        print(f"Changed realm {REALM}")


def ensure_groups_scope(api):
    scope = {
        "name": "groups",
        "description": "The groups that a user belongs to",
        "protocol": "openid-connect",
        "attributes": {"include.in.token.scope": "true", "display.on.consent.screen": "true"},
    }
    mapper = {
        "name": "groups",
        "protocol": "openid-connect",
        "protocolMapper": "oidc-group-membership-mapper",
        "config": {
            "claim.name": "groups",
            "full.path": "false",
            "id.token.claim": "true",
            "access.token.claim": "true",
            "userinfo.token.claim": "true",
        },
    }
    identifier = ensure(api, f"/{REALM}/client-scopes", "name", scope)
    ensure(api, f"/{REALM}/client-scopes/{identifier}/protocol-mappers/models", "name", mapper)
    return identifier


def ensure_user(api, env, name, group):
    """A user keeps the password that he has chosen: only a new one gets the first."""
    users, query = f"/{REALM}/users", "?exact=true&username=" + name
    if not api.call("GET", users + query):
        password = {"type": "password", "value": env["USER_PASSWORD"], "temporary": False}
        person = {"firstName": name, "lastName": "cnoe", "email": f"{name}@{env['DOMAIN']}", "emailVerified": True}
        api.call("POST", users, {"username": name, "enabled": True, "groups": ["/" + group], "credentials": [password], **person})
        print(f"Made user {name}")


def clients(env):
    argo_cd, backstage, workflows = env["ARGO_CD_URL"], env["BACKSTAGE_URL"], env["ARGO_WORKFLOWS_URL"]
    origin = "https://" + urllib.parse.urlsplit(argo_cd).netloc
    common = {"protocol": "openid-connect", "standardFlowEnabled": True, "implicitFlowEnabled": False, "directAccessGrantsEnabled": False}
    yield {
        **common,
        "clientId": "argocd",
        "publicClient": True,
        "redirectUris": [argo_cd + "/auth/callback", argo_cd + "/pkce/verify", "http://localhost:8085/auth/callback"],
        "webOrigins": [origin],
        "attributes": {"pkce.code.challenge.method": "S256"},
    }
    yield {
        **common,
        "clientId": "backstage",
        "publicClient": False,
        "redirectUris": [backstage + "/api/auth/keycloak-oidc/handler/frame"],
        "webOrigins": [backstage],
    }
    yield {
        **common,
        "clientId": "argo-workflows",
        "publicClient": False,
        "redirectUris": [workflows + "/oauth2/callback"],
        "webOrigins": ["https://" + urllib.parse.urlsplit(workflows).netloc],
    }


def ensure_client(api, wanted, scope):
    identifier = ensure(api, f"/{REALM}/clients", "clientId", wanted, "?clientId=" + wanted["clientId"])
    scopes = f"/{REALM}/clients/{identifier}/default-client-scopes"
    if not any(item["id"] == scope for item in api.call("GET", scopes)):
        api.call("PUT", f"{scopes}/{scope}", {})
        print(f"Gave client {wanted['clientId']} the scope groups")
    if wanted["publicClient"]:
        return None
    return api.call("GET", f"/{REALM}/clients/{identifier}/client-secret")["value"]


def decoded(secret, key):
    import base64

    value = ((secret or {}).get("data") or {}).get(key)
    return base64.b64decode(value).decode() if value else None


def argo_cd_token(env, password, known):
    """A token of the read-only account backstage, without an end; an administrator revokes it by its name."""
    if known and (Api(env["ARGO_CD_API"], known).call("GET", "/api/v1/session/userinfo", allow=[401]) or {}).get("loggedIn"):
        return known
    session = Api(env["ARGO_CD_API"]).call("POST", "/api/v1/session", {"username": "admin", "password": password})
    admin = Api(env["ARGO_CD_API"], session["token"])
    account = admin.call("GET", "/api/v1/account/backstage")
    if any(token.get("id") == TOKEN_ID for token in account.get("tokens") or []):
        admin.call("DELETE", f"/api/v1/account/backstage/token/{TOKEN_ID}")
    answer = admin.call("POST", "/api/v1/account/backstage/token", {"name": "backstage", "id": TOKEN_ID, "expiresIn": 0})
    print("Made an API token for Argo CD's account backstage")
    return answer["token"]


def cluster(env):
    context = ssl.create_default_context(cafile=f"{ACCOUNT}/ca.crt") if os.path.exists(f"{ACCOUNT}/ca.crt") else None
    token = open(f"{ACCOUNT}/token").read() if os.path.exists(f"{ACCOUNT}/token") else None
    return Api(env.get("KUBERNETES_API", "https://kubernetes.default.svc"), token, context)


def main(env):
    kubernetes = cluster(env)
    initial = kubernetes.call("GET", "/api/v1/namespaces/argocd/secrets/argocd-initial-admin-secret")
    password = decoded(initial, "password")
    known = kubernetes.call("GET", "/api/v1/namespaces/keycloak/secrets/keycloak-clients", allow=[404])

    api = keycloak(env)
    ensure_realm(api)
    scope = ensure_groups_scope(api)
    for group in ("admin", "base-user"):
        ensure(api, f"/{REALM}/groups", "name", {"name": group})
    ensure_user(api, env, "user1", "admin")
    ensure_user(api, env, "user2", "base-user")
    secrets = {client["clientId"]: ensure_client(api, client, scope) for client in clients(env)}

    wanted = {
        "ARGO_WORKFLOWS_CLIENT_SECRET": secrets["argo-workflows"],
        "BACKSTAGE_CLIENT_SECRET": secrets["backstage"],
        "ARGOCD_ADMIN_PASSWORD": password,
        "ARGOCD_SESSION_TOKEN": argo_cd_token(env, password, decoded(known, "ARGOCD_SESSION_TOKEN")),
    }
    if all(decoded(known, key) == value for key, value in wanted.items()):
        print("Secret keycloak-clients is as it should be")
        return
    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "keycloak-clients"}, "type": "Opaque", "stringData": wanted}
    path = "/api/v1/namespaces/keycloak/secrets/keycloak-clients?fieldManager=keycloak-config&force=true"
    kubernetes.call("PATCH", path, secret, "application/apply-patch+yaml")
    print("Wrote Secret keycloak-clients")


if __name__ == "__main__":
    try:
        main(os.environ)
    except Failure as failure:
        sys.exit(f"Failed: {failure}")
