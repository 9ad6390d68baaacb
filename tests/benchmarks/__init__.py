"""Tests of the benchmarks and of the peers they run beside."""
