package eu.rempart.edge.request;

import java.io.IOException;

/** A body is larger than it may be, or comes too slowly; the request goes no further. */
final class BodyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  BodyRefusedException(Refusal refusal) {
    super("the body of a request was refused: " + refusal);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
