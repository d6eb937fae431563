package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Handshake;
import io.netty.handler.ssl.SslHandler;

/** Makes the TLS of each connection, by the policy and with the current certificate. */
interface Engines extends AutoCloseable {

  /** A handler for one connection, with its deadline set. */
  SslHandler newHandler(Visit visit);

  /** What was negotiated; to be called right after the handshake. */
  Handshake negotiated(SslHandler handler, Visit visit);

  /** Takes a new certificate or new ticket keys for connections that begin from now on. */
  void renew();

  EdgeEngine kind();

  @Override
  void close();
}
