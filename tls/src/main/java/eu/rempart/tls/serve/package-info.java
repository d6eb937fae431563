/**
 * The edge server: takes connections, has them judged, ends TLS, and passes the bytes on to a
 * backend with a header of the PROXY protocol. Everything of one connection runs on one event loop.
 */
@NullMarked
package eu.rempart.tls.serve;

import org.jspecify.annotations.NullMarked;
