"""Writes the files that the tests of tables read, with NumPy 2 and pandas 2: python make.py"""

import json
import zipfile

import numpy as np
import pandas as pd

# Arrays of every type, order and rank; element n in row-major order is n - 3, n / 4 - 3 or n % 3 == 0.
shapes = {1: (5,), 2: (3, 4), 3: (2, 3, 4), 4: (2, 1, 3, 2)}
arrays = {}
for rank, shape in shapes.items():
    n = np.arange(np.prod(shape)).reshape(shape)
    for kind in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]:
        values = {"f": n / 4 - 3, "i": n - 3, "u": n, "b": n % 3 == 0}[kind[0]]
        for order, mark in [("little", "<"), ("big", ">")]:
            for layout in "CF":
                array = np.asarray(values).astype(mark + kind)
                arrays[f"{kind}_{order}_{layout}_{rank}"] = np.array(array, order=layout)
np.savez("stored.npz", **arrays)
np.savez_compressed("deflated.npz", **arrays)
with open("version-2.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(6.0).reshape(2, 3), version=(2, 0))
np.save("single.npy", np.float64(2.5))
np.save("empty.npy", np.zeros((0, 3)))
np.save("texts.npy", np.array(["a", "b"]))
np.save("complex.npy", np.array([1j]))
np.save("fields.npy", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))
np.save("axes.npy", np.zeros((1, 1, 1, 1, 1)))
np.save("extremes.npy", np.array([2**53 + 1, -(2**63), 2**63 - 1]))

# One table in every form; numbers in base 16 tell what has to be read.
random = np.random.default_rng(4)
count = 40
numbers = random.standard_normal(count) * 10.0 ** random.integers(-300, 300, count)
holes = random.random(count)
holes[[3, 17]] = np.nan
words = ["plain", "", "a,b", 'say "no"', "two\nlines", "ünïcödé ∇", " spaces ", "NA", "12", "'"]
table = pd.DataFrame({
    "wide": numbers, "with holes": holes, "whole": np.arange(count) - 7,
    "is even": np.arange(count) % 2 == 0, "words": [words[n % len(words)] for n in range(count)]})
table.to_csv("table.csv", index=False)
table.to_csv("table-semicolon.csv", index=False, sep=";", decimal=",", lineterminator="\r\n")
table.to_csv("table.tsv", index=False, sep="\t", encoding="utf-8-sig")
rows = [{k: None if v != v else v for k, v in row.items()} for row in table.to_dict("records")]
json.dump(rows, open("rows.json", "w"), indent=1)
lists = {k: [None if v != v else v for v in values] for k, values in table.to_dict("list").items()}
json.dump(lists, open("columns.json", "w"), ensure_ascii=False)
open("table.jsonl", "w").writelines(json.dumps(row) + "\n" for row in rows)
with open("numbers.txt", "w") as file:
    for a, b in zip(numbers, holes):
        file.write(f"{float(a).hex()} {float(b).hex()}\n")

# Decimals that are hard to round, as Python reads them.
hard = [
    "0", "-0", "1", "1.", ".5", "-.5e1", "1e22", "1e23", "9007199254740993", "9007199254740992.5",
    "9007199254740993.0000000000000000000000001", "1e-22", "123456789012345678", "1.7976931348623157e308",
    "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "4.9e-324", "2.47e-324", "2.4703282292062327e-324",
    "2.4703282292062328e-324", "2.2250738585072011e-308", "2.2250738585072014e-308", "2.225073858507201e-308",
    "1e-400", "0.1", "0.30000000000000004", "6.631236846766476e-316", "3.2378839133029012895883524125015321e-317",
    "5e-324", "8.988465674311580e307", "7.2057594037927933e16", "1.00000000000000011102230246251565404",
    "1.00000000000000011102230246251565404236316680908203125", "1.000000000000000111022302462515654042363166809",
    "1.00000000000000033306690738754696212708950042724609375", "9214843084008499", "6.0221407e+23", "1E5", "+7",
    "0.000000000000000000000000000000000000001", "18446744073709551615", "18446744073709551616",
    "9999999999999999999", "99999999999999999999", "1234567890123456789e-19", "8.5e-45", "3.4028236e38",
    "0.00000000000000000000000000000000000000000000000000001234567890123456789", "4503599627370496.5",
    "4503599627370497.5", "4503599627370498.5", "1448997445238699", "104110013277974872254e-225",
    "2.98023223876953125e-8", "1e-5", "123e0", "22222222222222222222222222222222222222e-20", "7e-323",
]
for _ in range(200):
    digits = "".join(random.choice(list("0123456789"), random.integers(1, 20)))
    hard.append(f"{digits}e{random.integers(-345, 310)}")
with open("decimals.txt", "w") as file:
    for text in hard:
        file.write(f"{text} {float(text).hex()}\n")

# An archive that is not made by NumPy, with a member that is no array.
with zipfile.ZipFile("strange.npz", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("readme.txt", "not an array")
    archive.write("version-2.npy", "a folder/my array.npy")
