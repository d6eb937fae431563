package eu.rempart.alert.channel.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads what an SMSC says, unless it says that more follows than any of its sentences has: the
 * library would make room for two gigabytes.
 */
final class BoundedReader implements PDUReader {

  private static final int LONGEST = 64 * 1024 + 1_024;

  private final PDUReader reader = new DefaultPDUReader();
  private volatile boolean garbage;

  /** Whether something came that is no SMPP. */
  boolean garbage() {
    return garbage;
  }

  @Override
  public Command readPDUHeader(DataInputStream in)
      throws InvalidCommandLengthException, IOException {
    try {
      Command header = reader.readPDUHeader(in);
      if (header.getCommandLength() > LONGEST) {
        throw new InvalidCommandLengthException("too long");
      }
      return header;
    } catch (InvalidCommandLengthException e) {
      garbage = true;
      throw e;
    } catch (NegativeArraySizeException e) {
      // the library's own way to say that a length is below zero
      garbage = true;
      throw new InvalidCommandLengthException("below zero", e);
    }
  }

  @Override
  public byte[] readPDU(DataInputStream in, Command header) throws IOException {
    return reader.readPDU(in, header);
  }

  @Override
  public byte[] readPDU(DataInputStream in, int length, int id, int status, int sequence)
      throws IOException {
    return reader.readPDU(in, length, id, status, sequence);
  }
}
