/**
 * What the law gives a person: what they agreed to, where they occur, what is kept of them, and
 * their erasure, with a certificate and the ledger.
 */
@NullMarked
package eu.rempart.privacy;

import org.jspecify.annotations.NullMarked;
