"""moto with the few things the bed adds: a request log, faults on demand, EKS clusters that point at the bed's API
servers, secret keys that the bed's token webhook can derive from the access key, security groups that stay while
something needs them, and all that it holds to a file and back. Usage: moto_server.py PORT LOG"""

import io
import json
import pickle
import re
import sys
import threading
import time
from urllib.parse import parse_qs

from moto.core.base_backend import BackendDict
from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models import security_groups
from moto.eks.models import eks_backends
from moto.iam import models as iam
from moto.elbv2.models import elbv2_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.route53 import models as route53
from werkzeug.serving import WSGIRequestHandler, run_simple
from werkzeug.wrappers import Request, Response

# What the tests ask themselves is neither logged nor refused.
OWN_AGENT = "bed-test"
ACCESS_KEY = re.compile(r"Credential=([^/]+)/[^/]+/([^/]+)/([^/]+)/")


def derive_secret_keys():
    original = iam.AccessKey.__init__

    def init(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.secret_access_key = "secret-of-" + self.access_key_id

    iam.AccessKey.__init__ = init


def give_hosted_zones_real_ids():
    original = route53.create_route53_zone_id
    route53.create_route53_zone_id = lambda *args, **kwargs: "Z" + original(*args, **kwargs)[1:]


def keep_security_groups_in_use():
    original = security_groups.SecurityGroupBackend._delete_security_group

    def delete(self, vpc_id, group_id):
        others = [group for groups in self.groups.values() for group in groups.values() if group.id != group_id]
        named = [rule.source_group.get("GroupId") for group in others for rule in group.ingress_rules]
        balancers = elbv2_backends[self.account_id][self.region_name].load_balancers.values()
        if group_id in named + [group for balancer in balancers for group in balancer.security_groups]:
            raise DependencyViolationError(f"resource {group_id} has a dependent object")
        original(self, vpc_id, group_id)

    security_groups.SecurityGroupBackend._delete_security_group = delete


def stores():
    """Where moto keeps things, by module and name."""
    modules = [module for name, module in sorted(sys.modules.items()) if re.fullmatch(r"moto\.\w+\.models", name)]
    found = {}
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, BackendDict):
                found.setdefault(id(value), ((module.__name__, name), value))
    return dict(found.values())


def save(file):
    state = {key: list(store.iter_backends()) for key, store in stores().items()}
    with open(file, "wb") as out:
        pickle.dump(state, out)


def load(file):
    with open(file, "rb") as saved:
        state = pickle.load(saved)
    BackendDict.reset()
    known = stores()
    for key, backends in state.items():
        for account, region, backend in backends:
            dict.__setitem__(known[key][account], region, backend)


class Bed:
    def __init__(self, log):
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.log = open(log, "a", buffering=1)
        self.faults = []
        self.accounts = {}
        self.lock = threading.Lock()

    def __call__(self, environ, start_response):
        request = Request(environ)
        request.get_data(cache=True)
        if request.path.startswith("/bed/"):
            return self.control(request)(environ, start_response)
        call = described(request)
        own = OWN_AGENT in call["userAgent"]
        fault = None if own else self.fault_for(call)
        if fault:
            response = refusal(call, fault)
        else:
            if call["accessKey"] in self.accounts:
                environ["HTTP_X_MOTO_ACCOUNT_ID"] = self.accounts[call["accessKey"]]
            environ["wsgi.input"] = io.BytesIO(request.data)
            response = Response.from_app(self.moto, environ)
        if not own:
            with self.lock:
                self.log.write(json.dumps({**call, "status": response.status_code}) + "\n")
        return response(environ, start_response)

    def control(self, request):
        body = request.get_json(silent=True) or {}
        if request.path == "/bed/clusters":
            cluster(**body)
        elif request.path == "/bed/cluster-status":
            eks_backends[body["account"]][body["region"]].clusters[body["name"]].status = body["status"]
        elif request.path == "/bed/save":
            save(body["file"])
        elif request.path == "/bed/load":
            load(body["file"])
        elif request.path == "/bed/faults":
            with self.lock:
                self.faults = body.get("faults", [])
        elif request.path == "/bed/keys":
            key = iam.generate_access_key_id_from_account_id(body["account"], prefix="AKIA", total_length=20)
            self.accounts[key] = body["account"]
            return Response(json.dumps({"accessKey": key, "secretKey": "secret-of-" + key}), mimetype="application/json")
        elif request.path != "/bed/ready":
            return Response("no such control", 404)
        return Response("{}", mimetype="application/json")

    def fault_for(self, call):
        with self.lock:
            for fault in self.faults:
                matches = fault["action"] in ("*", call["action"]) and fault.get("userAgent", "") in call["userAgent"]
                if matches and fault.get("times", 1) > 0:
                    fault["times"] = fault.get("times", 1) - 1
                    return fault
        return None


def cluster(account, region, name, endpoint, certificateAuthority, version="1.35"):
    backend = eks_backends[account][region]
    if name not in backend.clusters:
        subnets = {"subnetIds": ["subnet-1"]}
        backend.create_cluster(name=name, role_arn=f"arn:aws:iam::{account}:role/bed", resources_vpc_config=subnets)
    made = backend.clusters[name]
    made.endpoint, made.version = endpoint, version
    made.certificate_authority = {"data": certificateAuthority}


def described(request):
    access_key, region, service = signer(request)
    target = request.headers.get("X-Amz-Target", "")
    form = parse_qs(request.get_data(as_text=True)) if "form" in (request.content_type or "") else {}
    body = json.loads(request.get_data() or "{}") if target else {}
    return {
        "time": time.time(),
        "service": service,
        "action": target.split(".")[-1] or (form.get("Action") or request.args.getlist("Action") or [f"{request.method} {request.path}"])[0],
        "subject": body.get("SecretId") or body.get("Name") or "",
        "region": region,
        "accessKey": access_key,
        "userAgent": request.headers.get("User-Agent", ""),
    }


def signer(request):
    found = ACCESS_KEY.search(request.headers.get("Authorization", ""))
    return found.groups() if found else ("", "", "")


def refusal(call, fault):
    code, status = fault["code"], fault.get("status", 400)
    message = fault.get("message", f"{code} made by the bed")
    if call["service"] in ("secretsmanager", "eks"):
        headers = {"x-amzn-ErrorType": code}
        return Response(json.dumps({"__type": code, "message": message}), status, headers, "application/x-amz-json-1.1")
    body = f"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
    return Response(body, status, mimetype="text/xml")


class Quiet(WSGIRequestHandler):
    def log(self, *args):
        pass


if __name__ == "__main__":
    derive_secret_keys()
    give_hosted_zones_real_ids()
    keep_security_groups_in_use()
    run_simple("127.0.0.1", int(sys.argv[1]), Bed(sys.argv[2]), threaded=True, request_handler=Quiet)
