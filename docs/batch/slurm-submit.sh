#!/bin/bash
# Usage: slurm-submit.sh INPUT OUT: submits the shards, and the merge for when they have ended, however they did.
set -eu
here=$(dirname "$0")
array=$(sbatch --parsable "$here/slurm.sh" "$1" "$2")
# afterany, not afterok: after a failed or cancelled task afterok would wait for ever. The merge then says what is missing.
merge=$(sbatch --parsable --job-name=gongkai-merge --mem=2G --time=12:00:00 \
  --dependency="afterany:$array" --kill-on-invalid-dep=yes --wrap "gongkai merge '$2'")
echo "$array $merge"
