package eu.rempart.picture;

import eu.rempart.common.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** What rooms that draw by themselves need of this one. */
public final class Pictures {

  private static final float QUALITY = 0.85f;

  private Pictures() {}

  /** A JPEG that says nothing but the picture. */
  public static Picture jpeg(BufferedImage image) throws IOException {
    return Raster.jpeg(image, QUALITY);
  }
}
