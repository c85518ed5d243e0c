"""Writes what the accurate model says of the silver news, for the fast model to learn from: one line a sentence, as in the marked corpus, and
beside it, as .npz, the scores of all classes of its word heads.

    python3 answer.py --data FOLDER --run RUN --out taught.jsonl
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import corpora
import half
import semantics
from chunks import Chunker, clip
from labels import Labels
from network import Network
from score import predict
from wordpieces import WordPieces

PART = 2000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--run", required=True, type=Path, help="folder that train_semantics.py wrote")
    parser.add_argument("--out", required=True, type=Path)
    a = parser.parse_args()
    torch.set_num_threads(1)
    torch.backends.mkldnn.set_flags(False)
    half.use()
    labels = Labels.load(a.run / "labels.json")
    network = Network(json.loads((a.data / "encoder/config.json").read_text()), labels.sizes)
    network.load_state_dict(torch.load(a.run / "best.pt")["state"])
    network.eval()
    chunker = Chunker(labels, WordPieces(a.data / "encoder/vocab.txt"))
    dev = {r["silver"] for r in semantics.read_lines(a.data / "semantics/marked-dev.jsonl.gz") if "silver" in r}
    silver = corpora.read_conllu(a.data / "silver/news.conllu.gz", silver=True)
    kept, scored = [], []
    numbers = [i for i in range(len(silver)) if i not in dev]
    with open(a.out, "w", encoding="utf-8") as out:
        for start in range(0, len(numbers), PART):
            part = [(i, clip(chunker.chunk([silver[i]]))) for i in numbers[start:start + PART]]
            part = [(i, c) for i, c in part if c is not None]
            outputs = predict(network, [c for _, c in part])
            for (i, _), scores in zip(part, outputs):
                kept.append(i)
                scored.append(np.concatenate([scores[head][:len(silver[i].forms)] for head in semantics.CLASSES], -1).astype(np.float16))
                scores = {k: torch.from_numpy(np.array(v))[None] for k, v in scores.items() if k in semantics.CLASSES or k in ("governor", "word")}
                with torch.no_grad():
                    found = semantics.decode(network.semantics, scores, 0, len(silver[i].forms))
                out.write(json.dumps({"source": "silver", "silver": i, "words": silver[i].forms} | found, ensure_ascii=False) + "\n")
            print(f"{start + len(part)} of {len(numbers)}", flush=True)
    starts = np.cumsum([0] + [len(s) for s in scored[:-1]])
    np.savez(a.out.with_suffix(".npz"), silver=np.array(kept), starts=starts, scores=np.concatenate(scored))


if __name__ == "__main__":
    main()
