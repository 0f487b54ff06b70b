"""Files on any file system that Spark knows, through Hadoop's own classes."""

from pyspark.sql import SparkSession


def filesystem(spark: SparkSession, path: str):
    """The Hadoop file system of a path, and the path as it names it."""
    jvm = spark.sparkContext._jvm
    place = jvm.org.apache.hadoop.fs.Path(path)
    return place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()), place


def exists(spark: SparkSession, path: str) -> bool:
    system, place = filesystem(spark, path)
    return system.exists(place)


def files_under(spark: SparkSession, path: str) -> list[tuple[str, int]]:
    """Names and bytes of the files at a path, a pattern or in a folder, hidden ones left out."""
    system, place = filesystem(spark, path)
    found = []
    waiting = list(system.globStatus(place) or [])
    while waiting:
        status = waiting.pop()
        name = status.getPath().getName()
        if status.isDirectory():
            inner = system.listStatus(status.getPath())
            waiting += [each for each in inner if not each.getPath().getName().startswith(("_", "."))]
        else:
            found.append((name, status.getLen()))
    return found


def delete(spark: SparkSession, path: str) -> None:
    system, place = filesystem(spark, path)
    system.delete(place, True)


def move_only_file(spark: SparkSession, folder: str, to: str) -> None:
    """
    Puts the one part file that Spark wrote into `folder` at `to`, and takes the folder away.

    Raises:
        OSError: it can't be moved there
    """
    system, place = filesystem(spark, folder)
    (part,) = [s.getPath() for s in system.listStatus(place) if s.getPath().getName().startswith("part-")]
    _, target = filesystem(spark, to)
    if not system.rename(part, target):
        raise OSError(f"{part} can't be moved to {to}")
    system.delete(place, True)
    # Spark's sums of a local file's blocks: nobody else reads them.
    _, sums = filesystem(spark, f"{target.getParent()}/.{target.getName()}.crc")
    system.delete(sums, False)


def move(spark: SparkSession, path: str, to: str) -> None:
    """
    Raises:
        OSError: it can't be moved there
    """
    system, place = filesystem(spark, path)
    _, target = filesystem(spark, to)
    if not system.rename(place, target):
        raise OSError(f"{path} can't be moved to {to}")
