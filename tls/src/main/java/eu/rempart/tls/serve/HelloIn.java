package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.hello.ClientHello;
import eu.rempart.tls.hello.HelloAssembler;
import eu.rempart.tls.hello.HelloException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/** Reads the ClientHello, has gate 2 judge it, and then hands its bytes to TLS, untouched. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class HelloIn extends ChannelInboundHandlerAdapter {
  private final Visit visit;
  private final HelloAssembler assembler = new HelloAssembler();
  private @Nullable ByteBuf held;

  HelloIn(Visit visit) {
    this.visit = visit;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    if (visit.helloAt == 0) {
      visit.helloAt = System.nanoTime();
    }
    ClientHello hello;
    try {
      hello = assembler.feed(in.nioBuffer());
    } catch (HelloException malformed) {
      in.release();
      visit.refuse(Verdict.HELLO_MALFORMED);
      return;
    }
    hold(ctx, in);
    if (hello != null) {
      judge(ctx, hello);
    }
  }

  private void hold(ChannelHandlerContext ctx, ByteBuf in) {
    if (held == null) {
      held = in;
      return;
    }
    ByteBuf joined = held;
    if (joined.maxWritableBytes() < in.readableBytes() || joined.isReadOnly()) {
      joined = ctx.alloc().buffer(joined.readableBytes() + in.readableBytes());
      joined.writeBytes(held);
      held.release();
    }
    joined.writeBytes(in);
    in.release();
    held = joined;
  }

  private void judge(ChannelHandlerContext ctx, ClientHello hello) {
    visit.serverName = hello.serverName();
    visit.mayResume = hello.offersTls13();
    visit.claimsToResume = visit.mayResume && hello.resumes();
    Verdict verdict = visit.judgeHello();
    if (verdict.refuses()) {
      visit.refuse(verdict);
      return;
    }
    if (visit.serverName != null && !visit.parts().settings().answersTo(visit.serverName)) {
      visit.refuse(Verdict.OTHER_NAME);
      return;
    }
    visit.ja4 = hello.ja4(); // two hashes, more than all the rest: not for those who are refused
    if (visit.slowed()) {
      ctx.channel().config().setAutoRead(false);
      visit.deadline(visit.parts().settings().times().slowed(), () -> begin(ctx));
    } else {
      begin(ctx);
    }
  }

  private void begin(ChannelHandlerContext ctx) {
    visit.noDeadline();
    ctx.channel().config().setAutoRead(true);
    // Until here a deadline watches; who is refused costs no timer of this kind.
    ctx.pipeline().addFirst("idle", new Idle(visit.parts().settings().times()));
    SslHandler tls = visit.parts().engines().newHandler(visit);
    ctx.pipeline().addAfter(ctx.name(), "handshake", new HandshakeIn(visit, tls));
    ctx.pipeline().addAfter(ctx.name(), "tls", tls);
    ctx.pipeline().remove(this);
  }

  /** Half a hello is none; a connection without a byte may be anything, as a health check. */
  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (held != null) {
      visit.refuse(Verdict.HELLO_MALFORMED);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close(); // the client's reset
  }

  /** Gone for TLS: the bytes go on. Gone with the connection: they go nowhere. */
  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    ByteBuf bytes = held;
    held = null;
    if (bytes == null) {
      return;
    }
    if (visit.refused() || !ctx.channel().isActive()) {
      bytes.release();
    } else {
      ctx.fireChannelRead(bytes);
      ctx.fireChannelReadComplete();
    }
  }
}
