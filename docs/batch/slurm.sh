#!/bin/bash
#SBATCH --job-name=gongkai
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=3G
#SBATCH --time=12:00:00
#SBATCH --requeue
# Usage: sbatch slurm.sh INPUT OUT; fits a node of 2 CPUs: the parent and two children of at most 1 GB.

gongkai batch "$1" --out "$2" --shard /16 --workers "${SLURM_CPUS_PER_TASK:-2}"
code=$?

case $code in
  0 | 2 | 42) exit $code ;;
esac
if [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
fi
exit $code
