#!/bin/sh
# Measures language identification beside py3langid 0.4.0 on the texts that training leaves aside, and writes the table
# of language-accuracy.md. DATA is the folder that `corpus train language --data DATA` learns from, see language.md.
#
#   sh language-accuracy.sh DATA OUT      needs corpus and, for py3langid, python3 with pip, on the PATH
set -eu
data=$1
out=$2
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
classes=${CORPUS_CLASSES:-$here/../../target/classes}
mkdir -p "$out"

CORPUS_HEAP=${CORPUS_HEAP:-3g} corpus train language --without-dev --data "$data" --out "$out/without-held.model"
java -Xmx3g -cp "$classes" fr.corpus.text.language.LanguageEvaluation pieces "$data" "$out/pieces.tsv"

[ -d "$out/venv" ] || python3 -m venv "$out/venv"
"$out/venv/bin/pip" --quiet install py3langid==0.4.0
"$out/venv/bin/python" - "$out/pieces.tsv" > "$out/answers.txt" <<'PYTHON'
import sys
from py3langid import langid

with open(sys.argv[1], encoding="utf-8", newline="\n") as pieces:
    for line in pieces:
        print(langid.classify(line.rstrip("\n").split("\t", 4)[4])[0])
PYTHON

java -cp "$classes" fr.corpus.text.language.LanguageEvaluation table \
    "$out/without-held.model" "$out/pieces.tsv" "$out/answers.txt" "$out/table.md"
cat "$out/table.md"
