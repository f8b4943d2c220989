#!/bin/bash
# Usage: parallel.sh INPUT OUT
shards=16

shard() {
  for attempt in 1 2 3; do
    gongkai batch "$1" --out "$2" --shard "/$3" --workers 1 --quiet
    code=$?
    case $code in
      0 | 2 | 42) return $code ;;
    esac
  done
  return $code
}
export -f shard

seq "$shards" | parallel --will-cite --jobs 4 --halt soon,fail=1 -N0 shard "$1" "$2" "$shards" &&
  gongkai merge "$2"
