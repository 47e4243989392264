"""Scores pairs of persons with nomenklatura's logic-v2: names, birth, gender.

Reads JSON lines {"a": {...}, "b": {...}} from the file named first, each side with `names` and, where
known, `birthDate` and `gender`; prints one score a line, then the seconds of the processor that scoring took.
"""

import json
import sys
import time

from followthemoney import EntityProxy, model
from nomenklatura.matching import get_algorithm

algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()

def entity(number, fields):
    made = EntityProxy(model.get("Person"), {"id": number, "schema": "Person", "properties": {}})
    for name in fields["names"]:
        made.add("name", name)
    for prop in ("birthDate", "gender"):
        if fields.get(prop):
            made.add(prop, fields[prop])
    return made


pairs = []
with open(sys.argv[1], encoding="utf-8") as lines:
    for number, line in enumerate(lines):
        pair = json.loads(line)
        pairs.append((entity(f"a{number}", pair["a"]), entity(f"b{number}", pair["b"])))

started = time.process_time()
scores = [algorithm.compare(a, b, config).score for a, b in pairs]
spent = time.process_time() - started
for score in scores:
    print(score)
print(f"seconds {spent}")
