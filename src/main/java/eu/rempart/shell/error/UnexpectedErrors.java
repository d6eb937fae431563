package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import eu.rempart.shell.part.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one global handler: a bug in a listener is logged once, under a short code, and the person
 * sees a sentence with that code. Set on every session by {@code PageStart}.
 */
public final class UnexpectedErrors implements ErrorHandler {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

  @Override
  public void error(ErrorEvent event) {
    var code = log(event.getThrowable());
    var ui = UI.getCurrent();
    if (ui != null) {
      var _ = ui.access(() -> Notices.error(t("shell.error.unexpected.sentence"), code));
    }
  }

  /** Logs an exception and answers the code it was logged under. */
  static String log(Throwable error) {
    var code = ErrorCode.next();
    LOG.error("Unexpected error {}", code, error);
    return code;
  }
}
