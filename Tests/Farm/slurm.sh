#!/bin/bash
# A Slurm of one machine for tests: slurm.sh FOLDER COMMAND … runs the command with it and ends it again.
#
# All that is not the system's lies in FOLDER: keys, logs, states. The command finds in its environment
# SLURM_CONF, so that sbatch and the others talk to this Slurm, and FARM, which is FOLDER; with "slurm.sh node
# start" and "slurm.sh node kill" it starts the node's daemon, or kills it and all that it runs, as if the
# machine had lost its power. Needs root, and Debian's packages slurm-wlm and munge (make farm-deps).
# Status 77 says that it cannot run here.
set -euo pipefail

skip() { echo "skipped: $1" >&2; exit 77; }

# Every daemon is started in the foreground of a shell of its own, so that its number is known.
start() {
  local name=$1
  shift
  "$@" >"$FARM/$name.out" 2>&1 </dev/null &
  echo $! >"$FARM/$name.pid"
  disown
}

# The processes that descend from one, children last.
descendants() {
  local child
  echo "$1"
  for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do descendants "$child"; done
}

end() {
  local pid=$FARM/$1.pid
  [ -s "$pid" ] || return 0
  kill -"$2" "$(cat "$pid")" 2>/dev/null || true
  for _ in $(seq 100); do kill -0 "$(cat "$pid")" 2>/dev/null || break; sleep 0.1; done
  kill -9 "$(cat "$pid")" 2>/dev/null || true
  rm -f "$pid"
}

await() {
  local what=$1
  shift
  for _ in $(seq 300); do "$@" && return; sleep 0.1; done
  echo "error: no $what after 30 s; the logs are in $FARM" >&2
  exit 1
}

# The daemon answers, and the controller knows it: a star says that it does not.
node_is_up() {
  scontrol show slurmd 2>/dev/null | grep -q "^Slurmd PID" &&
    sinfo --noheader --format=%T 2>/dev/null | grep -qxE "idle|mixed|allocated"
}
controller_answers() { scontrol ping 2>/dev/null | grep -q "is UP"; }

# Jobs' own processes are no children of the node's daemon: their shepherds are, and name their job.
kill_node() {
  local shepherds process
  shepherds=$(pgrep --full "^slurmstepd: \[" || true)
  {
    cat "$FARM/slurmd.pid"
    for process in $shepherds; do
      grep -qz "^SLURM_CONF=$SLURM_CONF\$" "/proc/$process/environ" 2>/dev/null && descendants "$process"
    done
  } | sort -u | xargs kill -9 2>/dev/null || true
  rm -f "$FARM/slurmd.pid"
}

if [ "${1-}" = node ]; then
  case "$2" in
    start) start slurmd slurmd -D -f "$SLURM_CONF"; await node node_is_up ;;
    kill) kill_node ;;
  esac
  exit
fi

[ "$(id -u)" -eq 0 ] || skip "a private Slurm needs root"
for program in munged slurmctld slurmd sbatch; do
  command -v "$program" >/dev/null || skip "there is no $program: make farm-deps"
done

FARM=$(realpath "$1")
shift
export FARM SLURM_CONF=$FARM/slurm.conf
host=$(hostname -s)

mkdir -p "$FARM/munge" "$FARM/controller" "$FARM/node"
dd if=/dev/urandom of="$FARM/munge/key" bs=128 count=1 status=none
chown -R munge "$FARM/munge"
chmod 711 "$FARM"
chmod 700 "$FARM/munge"
chmod 400 "$FARM/munge/key"

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("", 0)); print(s.getsockname()[1])'; }
cat >"$SLURM_CONF" <<S
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$FARM/munge/socket,cred_expire=5
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdTimeout=10
KillWait=2
StateSaveLocation=$FARM/controller
SlurmdSpoolDir=$FARM/node
SlurmctldPidFile=$FARM/slurmctld.own
SlurmdPidFile=$FARM/slurmd.own
MpiDefault=none
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
S

trap 'scancel --quiet --user=root 2>/dev/null; kill_node; end slurmctld TERM; end munged TERM' EXIT
start munged setpriv --reuid munge --regid munge --clear-groups munged --foreground --force --key-file="$FARM/munge/key" \
  --socket="$FARM/munge/socket" --pid-file="$FARM/munge/pid" --seed-file="$FARM/munge/seed" \
  --log-file="$FARM/munge/log"
await munge test -S "$FARM/munge/socket"
start slurmctld slurmctld -D -f "$SLURM_CONF"
await controller controller_answers
"$0" node start
"$@"
