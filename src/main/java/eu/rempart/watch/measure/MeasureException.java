package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A measurement ends here, for a reason that is known. */
final class MeasureException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final @Nullable Integer number;

  MeasureException(Failure failure) {
    this(failure, null);
  }

  MeasureException(Failure failure, @Nullable Integer number) {
    super(failure.key());
    this.failure = failure;
    this.number = number;
  }

  Failure failure() {
    return failure;
  }

  @Nullable Integer number() {
    return number;
  }
}
