package eu.rempart.email.mime;

import eu.rempart.common.Picture;
import eu.rempart.picture.PhotoResult;
import eu.rempart.picture.PictureProcess;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.picture.PictureRefusedException.Reason;
import java.util.Collections;
import java.util.List;

/** Draws none: a process for each would be what takes the time. */
final class NoPictures implements PictureProcess {

  static final PictureReader READER = new PictureReader(new NoPictures());

  @Override
  public List<PhotoResult> photos(List<byte[]> files) {
    return Collections.nCopies(files.size(), new PhotoResult.Refused(Reason.DAMAGED));
  }

  @Override
  public Picture large(byte[] file) throws PictureRefusedException {
    throw new PictureRefusedException(Reason.DAMAGED);
  }

  @Override
  public PictureProcess apart() {
    return this;
  }
}
