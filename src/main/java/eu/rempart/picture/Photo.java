package eu.rempart.picture;

import eu.rempart.common.Picture;

/**
 * A photo as records keep it.
 *
 * @param image at most 512 pixels wide and high
 * @param thumbnail 128 by 128 pixels, cut from the middle
 */
public record Photo(Picture image, Picture thumbnail) {}
