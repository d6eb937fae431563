package eu.rempart.alert.channel.wire;

import java.io.IOException;

/** A name leads only to addresses that nothing is sent to. */
final class AddressRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  AddressRefusedException() {
    super("nothing is sent to this address");
  }
}
