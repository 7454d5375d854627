package dev.slipway.e2e.removal;

/** Objects that controllers make something in AWS for, and the controllers. */
final class Workloads {
  static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: default
        annotations: {service.beta.kubernetes.io/aws-load-balancer-name: web-of-a-team}
      spec:
        type: LoadBalancer
        loadBalancerClass: service.k8s.aws/nlb
        ports: [{name: https, port: 443}]
      """;
  static final String ALB = ingress("balanced", "alb", "team.example.com");
  static final String INGRESS = ingress("web", "nginx", "web.example.org");
  static final String DEFINITION =
      """
      apiVersion: apiextensions.crossplane.io/v1
      kind: CompositeResourceDefinition
      metadata: {name: xobjectstorages.awsblueprints.io}
      spec:
        group: awsblueprints.io
        names: {kind: XObjectStorage, plural: xobjectstorages}
        claimNames: {kind: ObjectStorage, plural: objectstorages}
        versions: [{name: v1alpha1, served: true, referenceable: true}]
      """;
  static final String CLAIM =
      """
      apiVersion: awsblueprints.io/v1alpha1
      kind: ObjectStorage
      metadata: {name: pictures, namespace: default}
      spec: {resourceConfig: {providerConfigName: default, region: us-west-2}}
      """;
  static final String VOLUME =
      """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: disks}
      provisioner: ebs.csi.aws.com
      volumeBindingMode: WaitForFirstConsumer
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: default}
      spec:
        storageClassName: disks
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 8Gi}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: user, namespace: default}
      spec:
        automountServiceAccountToken: false
        containers: [{name: main, image: "bed.test/user:1", volumeMounts: [{name: data, mountPath: /d}]}]
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      """;

  private Workloads() {}

  /** A controller's Deployment; flags are External DNS's. */
  static String of(String controller) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: default}
        spec:
          selector: {matchLabels: {app.kubernetes.io/name: %1$s}}
          template:
            metadata: {labels: {app.kubernetes.io/name: %1$s}}
            spec:
              automountServiceAccountToken: false
              containers:
              - name: main
                image: bed.test/%1$s:1
                args: ["--txt-owner-id=alpha", "--txt-prefix=of-%%{record_type}.", "--policy=sync", "--domain-filter=example.org"]
        """
        .formatted(controller);
  }

  private static String ingress(String name, String ingressClass, String host) {
    return """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: %s, namespace: default}
        spec:
          ingressClassName: %s
          rules:
          - host: %s
            http:
              paths:
              - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 443}}}}
        """
        .formatted(name, ingressClass, host);
  }
}
