{{- /* Reads properties of one AWS secret. The strategies are the defaults of the API, written out so that Argo CD sees no difference. */ -}}
{{- define "remote.data" -}}
{{- $prefix := required "secretPrefix comes from the cluster secret's annotation secret_prefix" .prefix -}}
{{- $items := list -}}
{{- range $secretKey, $property := .properties -}}
{{- $ref := dict "key" (printf "%s/%s" $prefix $.secret) "property" $property "conversionStrategy" "Default" "decodingStrategy" "None" "metadataPolicy" "None" -}}
{{- $items = append $items (dict "secretKey" $secretKey "remoteRef" $ref) -}}
{{- end -}}
{{ toYaml $items }}
{{- end }}
