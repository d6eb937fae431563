package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.sign.Signer;
import eu.rempart.tls.sign.SignerPool;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.OpenSslAsyncPrivateKeyMethod;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLEngine;

/** What BoringSSL asks for signatures, on a connection's event loop; it must not wait there. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class Signatures implements OpenSslAsyncPrivateKeyMethod {
  private final Signer signer;
  private final SignerPool pool;
  private final Map<SSLEngine, Visit> visits;

  Signatures(Signer signer, SignerPool pool, Map<SSLEngine, Visit> visits) {
    this.signer = signer;
    this.pool = pool;
    this.visits = visits;
  }

  @Override
  public Future<byte[]> sign(SSLEngine engine, int scheme, byte[] message) {
    Visit visit = visits.get(engine);
    if (visit == null) {
      return ImmediateEventExecutor.INSTANCE.newFailedFuture(
          new SignatureException("The connection is over"));
    }
    EventLoop loop = visit.channel.eventLoop();
    Promise<byte[]> promise = loop.newPromise();
    visit.signed = true;
    boolean queued = pool.offer(() -> sign(visit, loop, promise, scheme, message), visit.rank());
    if (!queued) {
      // The promise is never kept: an answer would have TLS send an alert before the reset.
      loop.execute(() -> visit.refuse(Verdict.NO_HANDSHAKE_LEFT));
    }
    return promise;
  }

  private void sign(
      Visit visit, EventLoop loop, Promise<byte[]> promise, int scheme, byte[] message) {
    if (!visit.channel.isActive()) {
      return; // gone while it waited: no signature for it
    }
    byte[] signature = null;
    Throwable failure = null;
    try {
      signature = signer.sign(scheme, message);
    } catch (GeneralSecurityException | RuntimeException e) {
      failure = e;
    }
    byte[] done = signature;
    Throwable cause = failure;
    try {
      // On the event loop, since SslHandler's flags belong to it.
      loop.execute(
          () -> {
            if (done != null) {
              promise.trySuccess(done);
            } else {
              promise.tryFailure(cause);
            }
          });
    } catch (RejectedExecutionException stopped) {
      // the loop has ended, and the connection with it
    }
  }

  /** Only the key exchange by RSA decrypts, and we offer none. */
  @Override
  public Future<byte[]> decrypt(SSLEngine engine, byte[] input) {
    return ImmediateEventExecutor.INSTANCE.newFailedFuture(
        new SignatureException("No key exchange of ours decrypts with the private key"));
  }
}
