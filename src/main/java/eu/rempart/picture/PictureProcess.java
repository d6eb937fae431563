package eu.rempart.picture;

import eu.rempart.common.Picture;
import java.util.List;

/** Where files are decoded: in a process that has little memory and little time. Thread safe. */
public interface PictureProcess {

  /**
   * As {@link PictureDecoder#photo}, each with the bounds of one. A file that takes too much, or
   * waited too long, is refused, and costs the others nothing.
   *
   * @return as many results as files, in their order
   */
  List<PhotoResult> photos(List<byte[]> files);

  /**
   * As {@link PictureDecoder#large}.
   *
   * @throws PictureRefusedException if the file is refused, takes too much, or waited too long
   */
  Picture large(byte[] file) throws PictureRefusedException;

  /** The same with one place of its own. */
  PictureProcess apart();
}
