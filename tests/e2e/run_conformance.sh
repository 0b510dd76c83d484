#!/bin/sh
# run_conformance.sh PVGL: the independent client against `pvgl view`. PVGL_CONFORMANCE: its folder. Exit 77: it is not here.
client=${PVGL_CONFORMANCE:-$(dirname "$0")/../../../shared/tools/conformance}/run.py
if [ ! -e "$client" ]; then
  echo "the independent client is not here (PVGL_CONFORMANCE): skipped"
  exit 77
fi
python=/usr/bin/python3
"$python" -c 'import numpy' 2>/dev/null || { echo "python3-numpy is missing: skipped"; exit 77; }
PYTHONDONTWRITEBYTECODE=1 exec "$python" "$client" --pvgl "$1"
