/**
 * Fuzzing of what strangers' files are read with: a few seconds in each run of the tests, ten
 * minutes and more with {@code ./rempart test --long}.
 */
@org.jspecify.annotations.NullMarked
package eu.rempart.fuzz;
