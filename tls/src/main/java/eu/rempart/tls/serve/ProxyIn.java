package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.proxy.ProxyHeader;
import eu.rempart.tls.proxy.ProxyHeaderException;
import eu.rempart.tls.proxy.ProxyHeaderReader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Takes the header of a listed balancer, and has gate 1 judge the address in it. */
final class ProxyIn extends ByteToMessageDecoder {
  private final Visit visit;

  ProxyIn(Visit visit) {
    this.visit = visit;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    ByteBuffer bytes = in.nioBuffer();
    Optional<ProxyHeader> header;
    try {
      header = ProxyHeaderReader.read(bytes);
    } catch (ProxyHeaderException malformed) {
      in.skipBytes(in.readableBytes());
      visit.refuse(Verdict.PROXY_HEADER);
      return;
    }
    if (header.isEmpty()) {
      return;
    }
    in.skipBytes(header.get().length());
    InetSocketAddress source = header.get().source();
    InetSocketAddress destination = header.get().destination();
    if (source != null && destination != null) {
      visit.comesFrom(source, destination);
    }
    Verdict verdict = visit.admit();
    if (verdict.refuses()) {
      in.skipBytes(in.readableBytes());
      visit.refuse(verdict);
      return;
    }
    ctx.pipeline().remove(this); // passes on what came after the header
  }
}
