#!/bin/bash
# Usage: slurm-one-machine.sh FOLDER [start|stop]: a Slurm of this machine alone, to try the scripts on. Everything it needs and
# writes is in FOLDER. Needs munged, slurmctld and slurmd (Debian: slurm-wlm, munge); then: export SLURM_CONF=FOLDER/slurm.conf
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
user=$(id -un)
host=$(hostname -s)

if [ "${2:-start}" = stop ]; then
  for name in slurmctld slurmd munged; do
    if [ -f "$folder/$name.pid" ]; then kill "$(cat "$folder/$name.pid")" || true; fi
  done
  exit 0
fi

mkdir -p "$folder/state" "$folder/spool"
chmod 755 "$folder"
[ -f "$folder/munge.key" ] || (umask 077 && head -c 1024 /dev/urandom > "$folder/munge.key")
munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
  --log-file="$folder/munged.log" --seed-file="$folder/munge.seed"

cat > "$folder/slurm.conf" <<CONF
ClusterName=gongkai
SlurmctldHost=$host(localhost)
SlurmctldPort=${SLURMCTLD_PORT:-16817}
SlurmdPort=${SLURMD_PORT:-16818}
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
${SLURM_PLUGINS:+PluginDir=$SLURM_PLUGINS}
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
# No cgroups: they need a system set up for them. Memory is bounded by gongkai itself.
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
NodeName=$host NodeAddr=localhost CPUs=$(nproc) RealMemory=$(awk '/MemTotal/ { print int($2 / 1024 * 0.9) }' /proc/meminfo) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF

"${SLURMCTLD:-slurmctld}" -f "$folder/slurm.conf"
"${SLURMD:-slurmd}" -f "$folder/slurm.conf" ${SLURMSTEPD:+-d "$SLURMSTEPD"}
echo "export SLURM_CONF=$folder/slurm.conf"
