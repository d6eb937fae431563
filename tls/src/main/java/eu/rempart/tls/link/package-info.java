/**
 * Edges on machines of their own, and the nodes behind them: tunnels for people's connections, and
 * a feed of what gates go by and what they counted, both by mutual TLS of the own authority.
 */
@NullMarked
package eu.rempart.tls.link;

import org.jspecify.annotations.NullMarked;
