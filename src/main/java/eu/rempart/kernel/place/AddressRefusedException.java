package eu.rempart.kernel.place;

import java.io.IOException;

/** A name leads only to addresses that nothing is sent to. */
public final class AddressRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  AddressRefusedException() {
    super("nothing is sent to this address");
  }
}
