package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Glyph;
import jakarta.servlet.http.HttpServletResponse;

/** A page that could not be opened for a reason nobody foresaw. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public final class UnexpectedErrorView extends ErrorPage
    implements HasErrorParameter<Exception>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    var code = UnexpectedErrors.log(error.getException());
    show(Glyph.ALERT, getPageTitle(), t("shell.error.unexpected.sentence"), code(code));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  @Override
  public String getPageTitle() {
    return t("shell.error.unexpected.title");
  }
}
