{{- /* Which clusters: those that Argo CD knows, narrowed by the addon's selector. */ -}}
{{- define "appset.selector" -}}
{{- $selector := .selector | default dict -}}
matchLabels:
  argocd.argoproj.io/secret-type: cluster
  {{- with $selector.matchLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with $selector.matchExpressions }}
matchExpressions:
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{- /* A label's value: the chart's version, or the Git revision with what a label may not hold taken out. */ -}}
{{- define "appset.version" -}}
{{- if .config.path -}}
{{ .values.repoURLGitRevision | replace " }}" " | replace \"/\" \"-\" | trunc 63 }}" }}
{{- else -}}
{{ required (printf "%s.defaultVersion is missing" .addon) .config.defaultVersion }}
{{- end -}}
{{- end }}

{{- /* Where an Application's manifests come from: the values in Git, the chart, and folders beside the values. */ -}}
{{- define "appset.sources" -}}
{{- $folder := printf "%s/%s" .values.repoURLGitBasePath (.config.folder | default .config.chartName | default .addon) -}}
{{- $release := .config.releaseName | default .addon -}}
{{- $plain := eq (.config.type | default "") "manifest" -}}
{{- if not $plain -}}
- repoURL: {{ .values.repoURLGit | squote }}
  targetRevision: {{ .values.repoURLGitRevision | squote }}
  ref: values
{{ end -}}
{{ include "appset.main" . }}
  {{- if not $plain }}
  helm:
    releaseName: {{ $release }}
    valueFiles:
    {{- range concat .values.valueFiles (.config.valueFiles | default list) }}
    - $values/{{ $folder }}/{{ . }}
    {{- end }}
    {{- with .config.valuesObject }}
    valuesObject:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  {{- end }}
{{- range concat (.config.additionalResources | default list) (.config.routingResources | default list) }}
- repoURL: {{ $.values.repoURLGit | squote }}
  targetRevision: {{ $.values.repoURLGitRevision | squote }}
  path: {{ ternary (printf "%s/%s" $folder .manifestPath) .path (eq .type "manifests") | squote }}
  {{- with .helm }}
  helm:
    {{- /* Else the Application's name is taken, which has more than Helm's 53 characters where the cluster's is long. */}}
    {{- toYaml (mergeOverwrite (dict "releaseName" $release) .) | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{- /* A folder in Git, a chart in an OCI registry, or a chart in a chart repository. */ -}}
{{- define "appset.main" -}}
{{- $chart := .config.chartName | default .addon -}}
{{- if .config.path -}}
- repoURL: {{ .values.repoURLGit | squote }}
  targetRevision: {{ .values.repoURLGitRevision | squote }}
  path: {{ .config.path | squote }}
{{- else if hasPrefix "oci://" (.config.chartRepository | default "") -}}
- repoURL: {{ .config.chartRepository }}/{{ $chart }}
  targetRevision: {{ .config.defaultVersion | squote }}
  path: .
{{- else -}}
- repoURL: {{ required (printf "%s has neither path nor chartRepository" .addon) .config.chartRepository | squote }}
  targetRevision: {{ .config.defaultVersion | squote }}
  chart: {{ $chart }}
{{- end }}
{{- end }}
