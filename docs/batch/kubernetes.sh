#!/bin/bash
# Usage: kubernetes.sh: plans, converts in shards, merges. Ends with 1 as soon as a job has failed, and says which.
set -eu
here=$(dirname "$0")

# `kubectl wait` waits for one condition: for complete, it would sit out its timeout when the job fails.
finished() {
  while true; do
    conditions=$(kubectl get job "$1" -o 'jsonpath={range .status.conditions[?(@.status=="True")]}{.type}{"\n"}{end}')
    case " $(echo $conditions) " in
      *" Complete "*) return 0 ;;
      *" Failed "*) return 1 ;;
    esac
    sleep "${POLL_SECONDS:-10}"
  done
}

kubectl apply -f "$here/kubernetes-volume.yaml"
for step in plan batch merge; do
  file=$here/kubernetes-$step.yaml
  [ $step != batch ] || file=$here/kubernetes.yaml
  # A job cannot be changed; what an earlier one has converted is on the volume.
  kubectl delete job "gongkai-$step" --ignore-not-found
  kubectl apply -f "$file"
  if ! finished "gongkai-$step"; then
    echo "gongkai-$step failed: kubectl logs -l job-name=gongkai-$step --prefix" >&2
    exit 1
  fi
done
