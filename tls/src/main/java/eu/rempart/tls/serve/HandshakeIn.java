package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Verdict;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;

/** Waits for the handshake's end, and then opens the tunnel. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class HandshakeIn extends ChannelInboundHandlerAdapter {
  private static final int LONGEST_REASON = 100;
  private static final String LEFT = "the client went away";

  /** Alerts about our certificate (RFC 8446, section 6), as BoringSSL and the JDK name them. */
  private static final List<String> DISTRUST =
      List.of(
          "unknown_ca",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_unknown",
          "certificate_expired",
          "certificate_revoked");

  private final Visit visit;
  private final SslHandler tls;

  HandshakeIn(Visit visit, SslHandler tls) {
    this.visit = visit;
    this.tls = tls;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (!(event instanceof SslHandshakeCompletionEvent completion)) {
      ctx.fireUserEventTriggered(event);
    } else if (completion.isSuccess()) {
      Handshake handshake = visit.parts().engines().negotiated(tls, visit);
      visit.shookHands(handshake);
      Tunnel tunnel = new Tunnel(visit, tls, handshake);
      ctx.pipeline().replace(this, "tunnel", tunnel.clientEnd());
      tunnel.open();
    } else {
      failed(completion.cause());
    }
  }

  private void failed(Throwable cause) {
    if (visit.refused()) {
      return;
    }
    if (cause instanceof SslHandshakeTimeoutException) {
      visit.refuse(Verdict.HANDSHAKE_TOO_SLOW);
      return;
    }
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof RejectedExecutionException) {
        visit.refuse(Verdict.NO_HANDSHAKE_LEFT);
        return;
      }
    }
    String reason = reason(cause);
    visit.handshakeFailed(verdict(reason), reason);
  }

  /** Most that don't trust our certificate are people, who come back: they are told apart. */
  private static Verdict verdict(String reason) {
    if (reason.equals(LEFT)) {
      return Verdict.CLIENT_LEFT;
    }
    String words = reason.toLowerCase(Locale.ROOT);
    return words.contains("alert") && DISTRUST.stream().anyMatch(words::contains)
        ? Verdict.CERTIFICATE_NOT_TRUSTED
        : Verdict.HANDSHAKE_FAILED;
  }

  private static String reason(Throwable cause) {
    if (cause instanceof ClosedChannelException) {
      return LEFT;
    }
    if (cause instanceof NotSslRecordException) {
      return "what came was no TLS record"; // its message would quote what came
    }
    if (cause instanceof DecoderException && cause.getCause() != null) {
      return reason(cause.getCause());
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) : message;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // TLS has told of it as a failed handshake already, and closes the connection after its alert.
    failed(cause);
    ctx.close();
  }
}
