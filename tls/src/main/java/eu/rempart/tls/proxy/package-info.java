/**
 * The PROXY protocol, version 2: how one machine tells the next whose connection it passes on.
 * Parsing is bounded and strict, since whoever writes such a header says where a client is.
 */
@NullMarked
package eu.rempart.tls.proxy;

import org.jspecify.annotations.NullMarked;
