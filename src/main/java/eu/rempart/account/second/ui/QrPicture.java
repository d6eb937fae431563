package eu.rempart.account.second.ui;

import com.vaadin.flow.component.Svg;
import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004), dark on light in every scheme: cameras want it so. */
public final class QrPicture extends Svg {

  private static final long serialVersionUID = 1L;
  private static final int BORDER = 4;

  /**
   * @param name what screen readers say
   */
  public QrPicture(String text, String name) {
    super(svg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)));
    addClassName("account-qr");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", name);
  }

  private static String svg(QrCode code) {
    int side = code.size + 2 * BORDER;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"
     aria-hidden="true"><rect width="%d" height="%d" fill="#fff"/><path d="%s" fill="#000"/></svg>
    """
        .formatted(side, side, side, side, path);
  }
}
