"""The figures of `facts` for a hundred thousand claims at once: the same rules, applied to columns of numbers.

`columns` reads columns of tables; `loading` and `passages` put those of claims and of their links together as they
were on record; `each` and `judged` are `evidence.figures` for arrays. What others ask for is in `figures`, `links`
and `doubts`. Property tests hold all of it to the pure function.
"""
