"""Clusters historical_50k with Splink's own trained model and blocking rules, as its notebook does.

Arguments: the Parquet file, the model file. Prints JSON: seconds, pairs scored, and pairwise precision,
recall and F1 of the clusters at several thresholds.
"""

import json
import sys
import time

import duckdb
import pandas as pd
from splink import DuckDBAPI, Linker

records = duckdb.sql(f"select * from read_parquet('{sys.argv[1]}')").df()
with open(sys.argv[2], encoding="utf-8") as file:
    settings = json.load(file)

backend = DuckDBAPI(connection=duckdb.connect(config={"threads": 2}))
try:
    linker = Linker(records, settings, db_api=backend)
except TypeError:
    # From version 5 on tables are registered with the backend first.
    linker = Linker(backend.register(records), settings)
started = time.process_time()
predicted = linker.inference.predict(threshold_match_probability=0.01)
spent = time.process_time() - started
pairs = len(predicted.as_pandas_dataframe(limit=None))
truth = records.groupby("cluster").size()
true_pairs = int((truth * (truth - 1) // 2).sum())
figures = []
for threshold in (0.5, 0.8, 0.9, 0.95, 0.99, 0.999):
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=threshold
    ).as_pandas_dataframe()
    counts = clustered.groupby(["cluster_id", "cluster"]).size()
    right = int((counts * (counts - 1) // 2).sum())
    sizes = clustered.groupby("cluster_id").size()
    taken = int((sizes * (sizes - 1) // 2).sum())
    precision, recall = right / max(taken, 1), right / true_pairs
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    figures.append({"threshold": threshold, "f1": f1, "precision": precision, "recall": recall})
print(json.dumps({"seconds": spent, "pairs": pairs, "clusters": figures}))
