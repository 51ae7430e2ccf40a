import '../../preload/contract/without-eval'
