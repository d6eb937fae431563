/**
 * Certificate authority, server certificate and TLS policy. Makes, checks, renews and reloads what
 * a server needs to speak TLS, and hands it over as JSSE objects; {@link eu.rempart.tls.ServerTls}
 * is the one door in. Knows no Spring and no HTTP.
 */
@NullMarked
package eu.rempart.tls;

import org.jspecify.annotations.NullMarked;
