#!/bin/bash
#SBATCH --job-name=gongkai
#SBATCH --array=1-16
#SBATCH --cpus-per-task=4
#SBATCH --mem=5G
#SBATCH --time=12:00:00
#SBATCH --requeue

gongkai batch "$1" --out "$2" --shard /16 --workers "$SLURM_CPUS_PER_TASK"
code=$?

case $code in
  0 | 2 | 42) exit $code ;;
esac
if [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
fi
exit $code
