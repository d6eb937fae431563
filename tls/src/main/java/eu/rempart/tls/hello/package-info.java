/**
 * Reads a TLS ClientHello before TLS does: whom the client wants, what it offers, whether it comes
 * back, and its fingerprint. Parsing is bounded, and nothing of it is trusted.
 */
@NullMarked
package eu.rempart.tls.hello;

import org.jspecify.annotations.NullMarked;
