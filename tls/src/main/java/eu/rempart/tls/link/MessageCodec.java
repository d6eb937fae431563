package eu.rempart.tls.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.MessageToMessageCodec;
import java.util.List;

/**
 * Writes messages behind their length, and reads what a {@link LengthFieldBasedFrameDecoder} cut.
 */
final class MessageCodec extends MessageToMessageCodec<ByteBuf, Message> {
  private static final Message.Kind[] KINDS = Message.Kind.values();

  static void addTo(ChannelPipeline pipeline) {
    pipeline.addLast(
        new LengthFieldBasedFrameDecoder(
            Message.LARGEST + 1, 0, Message.LENGTH_BYTES, 0, Message.LENGTH_BYTES));
    pipeline.addLast(new MessageCodec());
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // the wire's own numbers, see Message.Kind
  protected void encode(ChannelHandlerContext ctx, Message message, List<Object> out) {
    int length = message.content().length + 1;
    ByteBuf frame = ctx.alloc().buffer(Message.LENGTH_BYTES + length);
    frame.writeInt(length);
    frame.writeByte(message.kind().ordinal());
    frame.writeBytes(message.content());
    out.add(frame);
  }

  /** One of a kind from a later version is passed over. */
  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf frame, List<Object> out) {
    if (!frame.isReadable()) {
      return;
    }
    int kind = frame.readUnsignedByte();
    byte[] content = new byte[frame.readableBytes()];
    frame.readBytes(content);
    if (kind < KINDS.length) {
      out.add(new Message(KINDS[kind], content));
    }
  }
}
