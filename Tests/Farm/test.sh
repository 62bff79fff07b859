#!/bin/bash
# Films drawn by a real Slurm are those drawn at home, byte for byte, whatever dies: test.sh ONEPICTURE.
# Run it by `make farm-test`. Status 77 says that it cannot run here; slurm.sh says why.
set -euo pipefail

here=$(dirname "$(realpath "$0")")
if [ -z "${FARM-}" ]; then
  work=$(mktemp -d)
  status=0
  ONEPICTURE=$(realpath "$1") "$here/slurm.sh" "$work" "$here/test.sh" || status=$?
  [ "$status" -eq 0 ] && rm -rf "$work" || echo "the logs are in $work" >&2
  [ "$status" -eq 77 ] && exit 0
  exit "$status"
fi

onepicture=$ONEPICTURE
mkdir "$FARM/it's a \"place\" \$HOME %a é"
cd "$FARM/it's a"*

say() { echo "$(date +%T) $1"; }
fail() { echo "FAILED: $1" >&2; exit 1; }

: "${FRAMES:=400}"
cat >"the walk's %j.yaml" <<S
title: A film that takes a while
film: {frames: $FRAMES, fps: 30}
let:
  L(x, y): (1 - x)^2 + 4*(y - x^2/2)^2 + 0.3*sin(3*x + 6*t)
axes: {x: {domain: [-2, 2]}, y: {domain: [-2, 2]}}
draw: [{contours: L, fill: true, levels: 20}]
S
scene="the walk's %j.yaml"

# Every frame and the manifest as at home, and nothing half-written.
check_whole() {
  local frames
  frames=$(find "$1" -maxdepth 1 -name 'frame-*.png' | wc -l)
  [ "$frames" -eq "$FRAMES" ] || fail "$1 has $frames of $FRAMES frames"
  diff -r --exclude=farm home "$1" || fail "$1 is not the film drawn at home"
}
count() { find "$1" -maxdepth 1 -name 'frame-*.png' | wc -l; }
# Waits until a film has so many frames.
await_frames() {
  for _ in $(seq 1200); do [ "$(count "$1")" -ge "$2" ] && return; sleep 0.05; done
  fail "$1 has no $2 frames after a minute: $(count "$1")"
}
# Waits until none of a farm's jobs is left.
await_jobs() {
  for _ in $(seq 3000); do
    [ -z "$(squeue --noheader --jobs="$(cat "$1/farm/jobs")" 2>/dev/null)" ] && return
    sleep 0.1
  done
  squeue
  fail "the jobs of $1 do not end"
}
state() { scontrol --oneliner show job "$1" | grep -o " $2=[^ ]*" | cut -d = -f 2; }

say "at home"
"$onepicture" film "$scene" -o home -f png,gif
check_whole home

say "eight shares, waited for"
"$onepicture" farm "$scene" -o "a far \$(place) %a" -f gif --shards 8 --wait --time 10 \
  --sbatch "--comment='a word'"
check_whole "a far \$(place) %a"
cmp home.gif "a far \$(place) %a.gif" || fail "the film that the last job encoded is not the one made at home"
[ "$(ls a\ far*a/farm/shard-*.log | wc -l)" -eq 8 ] || fail "there are not eight logs"
cat a\ far*a/farm/finish.log

say "again: nothing is left to draw"
touch before
"$onepicture" farm "$scene" -o "a far \$(place) %a" --wait
[ -z "$(find a\ far*a -name 'frame-*' -newer before)" ] || fail "frames were drawn that were there"

say "the node loses its power in the middle"
"$onepicture" farm "$scene" -o killed --shards 8
await_frames killed $((FRAMES / 6))
"$here/slurm.sh" node kill
left=$(count killed)
[ "$left" -lt "$FRAMES" ] || fail "the node died too late"
sleep 1
[ "$(count killed)" -eq "$left" ] || fail "a dead node draws"
say "it died at frame $left, and comes back"
"$here/slurm.sh" node start
await_jobs killed
jobs=$(cat killed/farm/jobs)
restarts=$(state "${jobs%%,*}" Restarts | paste -sd+ | bc)
[ "$restarts" -gt 0 ] || fail "no share was given back"
say "$restarts shares were drawn again"
check_whole killed
cat killed/farm/finish.log

say "a share is killed and not given back: the last job draws it"
"$onepicture" farm "$scene" -o broken --shards 8
await_frames broken 8
share=$(squeue --noheader --states=RUNNING --format=%i | head -1)
scancel --signal=KILL --full "${share:?no share runs}"
await_jobs broken
check_whole broken
[ "$(state "$(cut -d , -f 2 broken/farm/jobs)" JobState)" = COMPLETED ] || fail "the last job failed"

say "two machines, which know nothing of each other, and a third that does the work of both"
"$onepicture" film "$scene" -o shared --shard 1/2 &
"$onepicture" film "$scene" -o shared --shard 2/2 &
"$onepicture" film "$scene" -o shared &
wait
check_whole shared

say "Slurm refuses"
if "$onepicture" farm "$scene" -o refused --partition nowhere 2>refusal; then fail "nowhere is a partition"; fi
grep -q "invalid partition" refusal || fail "what Slurm says is not told: $(cat refusal)"
say "all is well"
