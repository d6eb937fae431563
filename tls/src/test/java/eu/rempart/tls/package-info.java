/** Tests of the TLS module, with real handshakes and one set of RSA keys for all. */
@NullMarked
package eu.rempart.tls;

import org.jspecify.annotations.NullMarked;
