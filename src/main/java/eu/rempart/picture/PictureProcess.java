package eu.rempart.picture;

import eu.rempart.common.Picture;

/** Where files are decoded: in a process that has little memory and little time. Thread safe. */
public interface PictureProcess {

  /**
   * As {@link PictureDecoder#photo}.
   *
   * @throws PictureRefusedException if the file is refused, takes too much, or waited too long
   */
  Photo photo(byte[] file) throws PictureRefusedException;

  /**
   * As {@link PictureDecoder#large}.
   *
   * @throws PictureRefusedException if the file is refused, takes too much, or waited too long
   */
  Picture large(byte[] file) throws PictureRefusedException;

  /** The same with one place of its own. */
  PictureProcess apart();
}
